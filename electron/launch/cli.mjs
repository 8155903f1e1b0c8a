// `npm run -s cli -- <command>`: the same core without a window.
import { build } from './build.mjs';
import { installPackages } from './install.mjs';
import { run } from './run.mjs';
import { at, pinnedNode } from './tree.mjs';

installPackages();
build();
run(pinnedNode(), ['--enable-source-maps', at('out', 'main', 'cli.js'), ...process.argv.slice(2)]);
