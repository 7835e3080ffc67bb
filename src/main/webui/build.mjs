// Called by Maven: installs the packages and builds the pages' assets, each only when its inputs changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const target = join(here, '../../../target');
const classes = join(target, 'classes');
const lockStamp = join(here, 'node_modules/.terrain-lock');
const buildStamp = join(target, 'webui.stamp');
const fonts = ['Regular', 'Semibold', 'It', 'SemiboldIt'].map((style) => `SourceSans3-${style}.ttf`);

const filesUnder = (path) =>
  statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => filesUnder(join(path, name))) : [path];

function digest(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.filter(existsSync).flatMap(filesUnder)) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function npm(...words) {
  const done = spawnSync('npm', words, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.error) console.error(`npm could not be started: ${done.error.message}`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

const lock = digest([join(here, 'package-lock.json')]);
if (read(lockStamp) !== lock) {
  npm('ci', '--ignore-scripts', '--no-progress');
  writeFileSync(lockStamp, lock);
}

mkdirSync(join(classes, 'fonts'), { recursive: true });
for (const font of fonts) copyFileSync(join(here, 'node_modules/source-sans/TTF', font), join(classes, 'fonts', font));

const inputs = ['src', 'ground.ts', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json', 'build.mjs'];
const source = digest([...inputs.map((name) => join(here, name)), join(here, '../resources/geo/communes.csv')]);
if (read(buildStamp) !== source || !existsSync(join(classes, 'META-INF/resources/assets/manifest.json'))) {
  npm('run', 'build', '--silent');
  writeFileSync(buildStamp, source);
}
