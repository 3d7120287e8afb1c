import { spawn } from 'node:child_process';
import { inRoot, ROOT } from './root.mjs';

/** Runs a program with its output on ours, or collected where `quiet`. @returns {Promise<{code: number, output: string}>} */
export function run(command, args, { cwd = ROOT, env = {}, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio, shell });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += part));
    const pass = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
    const end = (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, pass);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** A program of node_modules, run by this Node: no shell, the same on every system. */
export const runNode = (script, args, options) => run(process.execPath, [inRoot(script), ...args], options);
