import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { communes, ground } from './ground.ts';

/** Gives the map island its ground and its place names, made at build from the packages and the reference data. */
function territory(): Plugin {
  const made: Record<string, () => unknown> = {
    'terrain:ground': ground,
    'terrain:communes': () => communes(join(import.meta.dirname, '../resources/geo/communes.csv')),
  };
  return {
    name: 'terrain-territory',
    resolveId: (id) => (id in made ? `\0${id}` : undefined),
    load: (id) => {
      const make = id.startsWith('\0') ? made[id.slice(1)] : undefined;
      return make ? `export default ${JSON.stringify(make())}` : undefined;
    },
  };
}

export default defineConfig({
  base: '/assets/',
  publicDir: false,
  plugins: [territory()],
  build: {
    outDir: '../../../target/classes/META-INF/resources/assets',
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    modulePreload: false,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rollupOptions: {
      input: ['src/main.ts', 'src/map.ts', 'src/styles/main.css', 'src/styles/map.css'],
      output: {
        // The worker of the map comes as .mjs: named .js, it has a script's media type everywhere.
        assetFileNames: (asset) => (asset.names[0]?.endsWith('.mjs') ? '[name]-[hash].js' : '[name]-[hash][extname]'),
      },
    },
  },
});
