import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot } from './root.mjs';

const FILE = inRoot('.cache', 'build.lock');

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function take() {
  try {
    writeFileSync(FILE, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    // Whoever was killed while building has left its lock behind.
    const owner = Number(readFileSync(FILE, 'utf8'));
    if (owner > 0 && !isAlive(owner)) rmSync(FILE, { force: true });
    return false;
  }
}

/** One at a time over all processes of this folder: `npm start` and `npm test` may both find that something is missing. */
export async function alone(work) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  for (let told = false; !take(); told = true) {
    if (!told) console.log('另一个进程正在安装或构建，等它做完……');
    await wait(300);
  }
  try {
    return await work();
  } finally {
    rmSync(FILE, { force: true });
  }
}
