// Loaded into a server that is measured (bench/serving.ts): writes down every second how much of its heap
// is used, and gives up all that nothing needs any more when SIGUSR2 asks.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.HEAP_FILE;
const write = () => writeFileSync(file, String(process.memoryUsage().heapUsed));

if (isMainThread && file) {
  write();
  setInterval(write, 1_000).unref();
  process.on('SIGUSR2', () => {
    for (let i = 0; i < 3; i++) globalThis.gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    write();
  });
}
