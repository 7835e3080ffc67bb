const PATIENCE_MS = 15_000;

const WHY: Record<number, string> = {
  1: 'Votre navigateur ne donne pas votre position. Autorisez-la pour ce site, ou choisissez une commune.',
  2: 'Votre position n’a pas pu être trouvée. Choisissez une commune.',
  3: 'Votre position tarde trop. Réessayez, ou choisissez une commune.',
};

/** Where the visitor is, asked only when they want it; the error is a sentence for them. */
export function whereAmI(): Promise<[number, number]> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Error(WHY[2]));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve([coords.longitude, coords.latitude]),
      ({ code }) => reject(new Error(WHY[code] ?? WHY[2])),
      { timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  });
}
