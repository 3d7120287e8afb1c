import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from '../../shared/kernel/zod';
import { LEAST_SECRET } from '../_core/code-keys';
import { openId } from '../_wx/cloud';
import { depsOfCloud } from '../_wx/deps';
import { begin, type FirstInvitation, inviteFirst } from './beginnings';

const event = z.object({ key: z.string(), name: z.string().max(30).default('') });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Takes as long whatever is wrong with it, its length too. */
const fits = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));

/**
 * Run once from the console of CloudBase, by whoever deploys: what a deployment begins with, and the first invitation.
 * Without SETUP_KEY in the function's settings, or with another key, or from a phone, nothing happens.
 */
export async function main(raw: unknown): Promise<FirstInvitation | null> {
  const person = openId();
  const asked = event.safeParse(raw);
  const wanted = process.env.SETUP_KEY ?? '';
  if (person !== undefined || wanted.length < LEAST_SECRET || !asked.success || !fits(asked.data.key, wanted))
    return null;
  const { store, now } = depsOfCloud();
  await begin(store, now());
  return inviteFirst(store, 'center', asked.data.name, now());
}
