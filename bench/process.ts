import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

export interface Running {
  readonly pid: number;
  /** What `find` finds in what the process has written so far, as soon as it does. @throws Error where it has ended */
  said<T>(find: (log: string) => T | undefined): Promise<T>;
  stop(): Promise<void>;
}

const LOOK_MS = 50;

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('exit', () => resolve()));

/** Starts a Node process that writes to a file: reading its lines while it is measured would cost what is measured. */
export function start(args: readonly string[], env: NodeJS.ProcessEnv, logFile: string): Running {
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', log, log] });
  closeSync(log);
  const gone = ended(child);
  return {
    pid: child.pid ?? 0,
    async said(find) {
      for (;;) {
        const text = readFileSync(logFile, 'utf8');
        const found = find(text);
        if (found !== undefined) return found;
        if (child.exitCode !== null) throw new Error(`${args[0]} ended:\n${text.slice(-2000)}`);
        await wait(LOOK_MS);
      }
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Memory that a process holds now and has held at most, in MB; undefined where the system does not tell (not Linux). */
export function memoryOf(pid: number): { readonly rss: number; readonly peak: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { rss: of('VmRSS'), peak: of('VmHWM') };
  } catch {
    return undefined;
  }
}

/** Ticks a second, of all Linux systems that Node runs on. */
const TICKS = 100;

/** Seconds of processor that a process has used; undefined where the system does not tell. */
export function cpuOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind the name, which may hold anything, in brackets.
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return ((user ?? 0) + (system ?? 0)) / TICKS;
  } catch {
    return undefined;
  }
}
