// A folder of documents to a real polserve that answers on a port of its own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const shared = path.resolve(root, process.env.POLSEARCH_SHARED ?? '../shared');

// What is searched in the tests. `open` has words that its documents have.
export const collections = {
  corpus: { source: path.join(root, 'corpus'), words: 'pay' },
  seeds: { source: path.join(shared, 'seeds'), words: 'takeover' },
  parliament: { source: path.join(shared, 'parliament', 'motions.jsonl'), words: 'pension' },
};

const START_MS = 20000;

function program(build, room, name) {
  const file = process.env[name.toUpperCase()] ?? path.join(build, room, name);
  if (!existsSync(file)) throw new Error(`${file} is not there: build ${name} first`);
  return file;
}

export function makeIndex(build, source, index) {
  const run = spawnSync(program(build, 'indexer', 'polindex'), ['--quiet', '--index', index, source], { encoding: 'utf8' });
  // 1: indexed, with something left out.
  if (run.status !== 0 && run.status !== 1) throw new Error(`polindex ${source}: ${run.error ?? run.stderr}`);
  return index;
}

// Its address, and stop(). What it writes to its log is kept for when something fails.
export function serve(build, index, ...options) {
  const child = spawn(program(build, 'server', 'polserve'), ['--index', index, '--listen', '127.0.0.1:0', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  const server = { url: '', log: '' };
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  server.stop = async () => {
    child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`polserve does not start: ${server.log}`));
    }, START_MS);
    const fail = (what) => {
      clearTimeout(late);
      reject(new Error(`polserve ended (${what}): ${server.log}`));
    };
    child.once('error', fail);
    child.once('exit', fail);
    child.stderr.setEncoding('utf8').on('data', (words) => {
      server.log = (server.log + words).slice(-8192);
      const found = /listening on (http:\/\/\S+?)\/?\s/.exec(server.log);
      if (!found || server.url) return;
      clearTimeout(late);
      child.off('exit', fail);
      server.url = found[1];
      resolve(server);
    });
  });
}
