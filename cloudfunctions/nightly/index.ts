import { flaw, log } from '../_core/log';
import { openId } from '../_wx/cloud';
import { depsOfCloud } from '../_wx/deps';
import { type NightlyReport, runNightly } from './run';

/** For the timer. A person who calls it from a phone gets nothing done. */
export async function main(): Promise<NightlyReport | null> {
  if (openId() !== undefined) return null;
  const began = performance.now();
  try {
    const report = await runNightly(depsOfCloud());
    const { written, recounted, differences } = report;
    const ms = Math.round(performance.now() - began);
    log('info', 'nightly-done', { ms, written, recounted, differences: differences.length });
    return report;
  } catch (error) {
    log('error', 'nightly-failed', flaw(error));
    // The platform counts the failure and prints what it is given: not what an engine has quoted.
    throw new Error('the nightly work failed, see the line before');
  }
}
