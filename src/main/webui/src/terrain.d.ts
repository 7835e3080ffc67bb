declare module 'terrain:ground' {
  const land: import('geojson').FeatureCollection<import('geojson').Polygon>;
  export default land;
}

declare module 'terrain:communes' {
  const names: import('geojson').FeatureCollection<import('geojson').Point, { name: string; population: number }>;
  export default names;
}
