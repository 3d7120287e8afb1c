import type { PartyKind, Side } from '@shared/visit/model';
import type { Input, Output } from '@/gateway';

export type Resolved = Output<'visit.resolve'>;

/** What is written at a check-in. `orgName` by side: who changes sides does not take the other side's name along. */
export interface Form {
  readonly side: Side | undefined;
  readonly orgName: string;
  readonly partyOrg: string;
  readonly title: string;
  readonly need: string;
  readonly name: string;
  readonly partyKind: PartyKind | undefined;
}

export type Field = 'partyKind' | 'orgName' | 'title' | 'need' | 'name';

/** The last form sent from this phone, for when there is no network to ask. */
export type LastForm = Pick<Form, 'orgName' | 'title' | 'need' | 'name'>;

export function firstForm(resolved: Resolved | undefined, last: LastForm | undefined): Form {
  const known = resolved?.prefill ?? last ?? { orgName: '', title: '', need: '', name: '' };
  // The enterprise's own name is no first guess for somebody who comes from elsewhere.
  const elsewhere = resolved !== undefined && known.orgName === resolved.enterprise.name;
  return {
    side: resolved?.side,
    orgName: known.orgName,
    partyOrg: elsewhere ? '' : known.orgName,
    title: known.title,
    need: known.need,
    name: known.name,
    partyKind: undefined,
  };
}

export const orgOf = (form: Form): string => (form.side === 'party' ? form.partyOrg : form.orgName);

/** Officials' kind follows from their role; whoever could also stand for the enterprise has to say what he stands for. */
export const asksKind = (form: Form, resolved: Resolved | undefined): boolean =>
  form.side === 'party' && (resolved === undefined || resolved.sides.includes('enterprise'));

/** Whoever is registered is known by name. */
export const asksName = (form: Form, resolved: Resolved | undefined): boolean =>
  form.side !== 'specialist' || !resolved?.prefill.name;

/** The first thing that is still missing. */
export function missingField(form: Form, resolved: Resolved | undefined): Field | undefined {
  if (asksKind(form, resolved) && form.partyKind === undefined) return 'partyKind';
  if (orgOf(form).trim() === '') return 'orgName';
  if (form.title.trim() === '') return 'title';
  return form.need.trim() === '' ? 'need' : undefined;
}

interface Sending {
  readonly form: Form;
  readonly resolved: Resolved | undefined;
  /** As scanned; what `resolve` made of it goes first. */
  readonly code: string;
  readonly nonce: string;
  /** ISO 8601. */
  readonly claimedAt: string;
}

export function inputOf({ form, resolved, code, nonce, claimedAt }: Sending): Input<'visit.checkIn'> {
  const name = form.name.trim();
  const choice = resolved !== undefined && resolved.sides.length > 1;
  return {
    nonce,
    code: resolved?.pass ?? code,
    orgName: orgOf(form).trim(),
    title: form.title.trim(),
    need: form.need.trim(),
    ...(name && { name }),
    claimedAt,
    ...(choice && form.side && { side: form.side }),
    ...(asksKind(form, resolved) && form.partyKind && { partyKind: form.partyKind }),
  };
}
