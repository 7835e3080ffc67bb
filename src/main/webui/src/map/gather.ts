import type { SiteFeature } from './sites';

/** A site alone, or several whose pins would overlap; where (EPSG:4326), and how far aside in pixels. */
export interface Gathered {
  key: string;
  sites: SiteFeature[];
  at: [number, number];
  aside: [number, number];
}

/** The width of the world in CSS pixels at zoom 0. */
const WORLD = 512;
const REACH = 42;
const FAN = 22;
/** From this zoom on every site has its own pin. */
export const ALONE_FROM = 14;

const where = (site: SiteFeature) => site.geometry.coordinates as [number, number];

function pixels([lng, lat]: [number, number], zoom: number): [number, number] {
  const size = WORLD * 2 ** zoom;
  const sine = Math.sin((lat * Math.PI) / 180);
  return [(lng / 360 + 0.5) * size, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size];
}

function together(sites: SiteFeature[], level: number): Gathered {
  const [first] = sites as [SiteFeature];
  if (sites.length === 1) return { key: first.properties.slug, sites, at: where(first), aside: [0, 0] };
  const mean = (axis: 0 | 1) => sites.reduce((sum, site) => sum + where(site)[axis], 0) / sites.length;
  const key = `group-${level}-${sites.length}-${first.properties.slug}`;
  return { key, sites, at: [mean(0), mean(1)], aside: [0, 0] };
}

/** Each by itself; those at the same point are laid out around it, or only the last could be reached with a pointer. */
function alone(sites: SiteFeature[]): Gathered[] {
  const here = new Map<string, number>();
  return sites.map((site) => {
    const spot = where(site)
      .map((degree) => degree.toFixed(4))
      .join();
    const rank = here.get(spot) ?? 0;
    here.set(spot, rank + 1);
    const turn = rank * 2.4;
    const far = rank === 0 ? 0 : FAN * Math.sqrt(rank + 1);
    return { ...together([site], 0), aside: [Math.cos(turn) * far, Math.sin(turn) * far] };
  });
}

/** The sites as they can be told apart at this zoom; the same at every fraction of a zoom level. */
export function gather(sites: SiteFeature[], zoom: number): Gathered[] {
  const level = Math.floor(zoom);
  if (level >= ALONE_FROM) return alone(sites);
  const placed = sites.map((site) => ({ site, at: pixels(where(site), level) }));
  const taken = new Set<SiteFeature>();
  const groups: Gathered[] = [];
  for (const { site, at } of placed) {
    if (taken.has(site)) continue;
    const near = placed
      .filter((other) => !taken.has(other.site) && Math.hypot(other.at[0] - at[0], other.at[1] - at[1]) <= REACH)
      .map((other) => other.site);
    near.forEach((other) => taken.add(other));
    groups.push(together(near, level));
  }
  return groups;
}

/** The first zoom at which a group falls apart. */
export function apart(sites: SiteFeature[], zoom: number): number {
  let level = Math.floor(zoom) + 1;
  while (level < ALONE_FROM && gather(sites, level).length === 1) level += 1;
  return level;
}
