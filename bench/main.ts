import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fire, type Load, type Shot } from './load';
import { start } from './process';
import { startSubject } from './subject';
import { tripsOfCalls } from './trips';

/**
 * Rates of the whole product beside a bare reference, in one run on one machine: read the ratios, not the figures.
 * `--json`: one object a line. `--quick`: under a minute.
 */
interface Row {
  readonly name: string;
  readonly engine: string;
  readonly clients: number;
  /** Check-ins in the database when the row was measured. */
  readonly checkIns: number;
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  readonly referenceRps: number;
  readonly ratio: number;
}

const flags = new Set(process.argv.slice(2));
const json = flags.has('--json');
const seconds = flags.has('--quick') ? 2 : 8;
const CLIENTS = [1, 16, 64];

const round = (value: number): number => Math.round(value * 100) / 100;
const lineOf = (row: Row): string => {
  if (json) return JSON.stringify(row);
  return [
    row.name.padEnd(22),
    String(row.clients).padStart(4),
    String(row.checkIns).padStart(7),
    ...[row.rps, row.p50, row.p99, row.referenceRps, row.ratio].map((value) => String(round(value)).padStart(10)),
  ].join(' ');
};
const print = (row: Row): void => console.log(lineOf(row));

function* referenceShots(): Generator<Shot> {
  for (let n = 0; ; n += 1)
    yield {
      path: '/',
      body: {
        nonce: `${process.pid}-${n}-${Math.random()}`,
        orgName: '星野材料研究院',
        title: '研究员',
        need: '产线能耗诊断',
      },
    };
}

const rowOf = (name: string, clients: number, checkIns: number, load: Load, reference: Load): Row => {
  if (load.failures > 0)
    console.error(`${name}: ${load.failures} of ${load.requests} answered other than 200, first ${load.failure}`);
  const { rps, p50, p99 } = load;
  return {
    name,
    engine: 'sqlite',
    clients,
    checkIns,
    rps: round(rps),
    p50: round(p50),
    p99: round(p99),
    referenceRps: round(reference.rps),
    ratio: round(rps / reference.rps),
  };
};

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'qianren-reference-'));
  const reference = await start(['dist/bench/reference.js', join(directory, 'reference.db')], {}, (line) => {
    const port = /^listening (\d+)$/.exec(line)?.[1];
    return port && `http://127.0.0.1:${port}`;
  });
  const subject = await startSubject();
  let checkIns = 0;
  if (!json)
    console.log(
      [
        'name'.padEnd(22),
        ...['clnt', 'checkIns'],
        ...['rps', 'p50 ms', 'p99 ms', 'ref rps', 'ratio'].map((word) => word.padStart(10)),
      ].join(' '),
    );
  try {
    await fire(reference.origin, 4, referenceShots(), 1); // both warm
    await fire(subject.origin, 4, subject.progress(), 1);
    for (const clients of CLIENTS) {
      const before = await fire(subject.origin, clients, subject.progress(), seconds / 2);
      const bare = await fire(reference.origin, clients, referenceShots(), seconds);
      print(rowOf('progress', clients, checkIns, before, bare));
      const load = await fire(subject.origin, clients, subject.checkIns, seconds);
      checkIns += load.requests - load.failures;
      print(rowOf('check-in', clients, checkIns, load, bare));
    }
    const bare = await fire(reference.origin, 1, referenceShots(), seconds / 2);
    print(rowOf('progress, after', 1, checkIns, await fire(subject.origin, 1, subject.progress(), seconds / 2), bare));
  } finally {
    await subject.stop();
    await reference.stop();
    rmSync(directory, { recursive: true, force: true });
  }
  for (const { call, trips } of await tripsOfCalls())
    console.log(
      json
        ? JSON.stringify({ name: `trips ${call}`, engine: 'sqlite', trips })
        : `${call.padEnd(32)} ${String(trips).padStart(3)} 次往返`,
    );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
