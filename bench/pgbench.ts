import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

/**
 * The bare reference on PostgreSQL: three inserts in one transaction with unique keys, by the engine's own load generator, as
 * safe on disk as ours. No HTTP, no login, no rules.
 */
export const TABLES = `
CREATE TABLE bare_visit (id text PRIMARY KEY, body text NOT NULL);
CREATE TABLE bare_check_in (id text PRIMARY KEY, body text NOT NULL);
CREATE TABLE bare_audit (at timestamptz NOT NULL, line text NOT NULL);`;

const BODY = JSON.stringify({ orgName: '星野材料研究院', title: '研究员', need: '产线能耗诊断' });

const SCRIPT = `\\set id random(1, 9000000000000000000)
BEGIN;
INSERT INTO bare_visit VALUES (cast(:id as text), '${BODY}');
INSERT INTO bare_check_in VALUES (cast(:id as text), '${BODY}');
INSERT INTO bare_audit VALUES (now(), cast(:id as text));
COMMIT;
`;

const run = promisify(execFile);

/** @returns transactions a second */
export function pgbenchWith(program: string, url: string, file: string) {
  writeFileSync(file, SCRIPT);
  return async (clients: number, seconds: number): Promise<number> => {
    const { stdout } = await run(
      program,
      [
        ...['--no-vacuum', '--protocol=prepared', `--client=${clients}`, `--jobs=${Math.min(2, clients)}`],
        // Whole seconds only, and those in which so many connect are in it.
        ...[`--time=${Math.max(1, Math.round(seconds)) + Math.ceil(clients / 128)}`, `--file=${file}`, url],
      ],
      { env: { ...process.env, PGOPTIONS: '-c synchronous_commit=on' } },
    );
    const found = /tps = ([\d.]+) \(without initial/.exec(stdout) ?? /tps = ([\d.]+)/.exec(stdout);
    if (!found) throw new Error(`pgbench said:\n${stdout}`);
    return Number(found[1]);
  };
}
