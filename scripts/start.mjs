// `npm start`: installs what is missing, builds when the sources changed, and serves.
// `npm run dev` (--dev): the same without the build, reloading as files change.
import { spawn } from 'node:child_process';
import { SERVE, SERVE_ENV } from './server-process.mjs';
import { build, install, node, root, SITE_DIST, say, tool } from './tooling.mjs';

const isDev = process.argv.includes('--dev');

await install();
if (!isDev) await build(SITE_DIST);
say(isDev ? 'Starting in development …' : 'Starting …');

const server = spawn(node(), [...SERVE, ...(isDev ? ['--dev'] : [])], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    ...SERVE_ENV,
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_DIST_DIR: SITE_DIST,
    NEXT_TELEMETRY_DISABLED: '1',
    PATH: `${tool('.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  },
});
// The server ends by itself on a signal, cleanly; this process only waits for it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
