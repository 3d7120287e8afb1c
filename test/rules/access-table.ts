import type { Action, Role } from '../../shared/access';

/** Who asks: somebody signed in without any role, and each role with its scope. */
export const SUBJECTS = [
  'guest',
  'commissioner',
  'enterpriseContact',
  'party',
  'stationLead',
  'stationContact',
  'district',
  'center',
  'city',
  'auditor',
] as const satisfies readonly (Role | 'guest')[];
export type Subject = (typeof SUBJECTS)[number];

/**
 * D10 by hand, a cell for each subject in the order above. What a record may be to the person for the answer to be yes:
 * `o` takes part in it, `e` of his enterprise, `s` of his station, `d` of his district, `*` any record, `-` none.
 *
 * Rights that come from having been there (check in, live code, rate, complete, make up) are open to everybody who takes
 * part, because the enterprise's people need no registration; that a commissioner never rates and a party never completes
 * are rules of the visit. An approval of the roster includes entering it.
 */
// biome-ignore format: a table
export const EXPECTED: Readonly<Record<Action, string>> = {
  //                          guest comm  ent   party lead  cont  distr center city aud
  'visit.plan':              '-     o     e     -     s     s     -     -     -     -',
  'visit.cancel':            '-     o     e     -     s     s     -     -     -     -',
  'visit.checkIn':           '*     *     *     *     *     *     *     *     *     *',
  'visit.complete':          'o     o     oe    o     o     o     o     o     o     o',
  'visit.read':              'o     o     oe    o     os    os    od    *     *     os',
  'visit.liveCode':          'o     o     o     o     o     o     o     o     o     o',
  'visit.requestMakeUp':     'o     o     oe    o     o     os    o     o     o     o',
  'visit.confirmMakeUp':     'o     o     oe    o     o     o     o     o     o     o',
  'visit.approveMakeUp':     '-     -     -     -     -     -     d     *     -     -',
  'visit.void':              '-     -     -     -     -     -     d     *     -     -',
  'visit.reopenRating':      '-     -     -     -     -     -     -     *     -     -',
  'visit.remind':            '-     o     -     -     s     s     d     -     -     -',
  'rating.submit':           'o     o     oe    o     o     o     o     o     o     o',
  'rating.void':             '-     -     -     -     -     -     -     *     -     -',
  'rating.readAll':          '-     -     -     -     s     s     d     *     *     s',
  'station.progress':        '-     -     -     -     s     s     d     *     *     s',
  'station.board':           '-     -     -     -     -     -     -     *     *     -',
  'station.designate':       '-     -     -     -     s     s     -     -     -     -',
  'station.voidDesignation': '-     -     -     -     s     s     -     *     -     -',
  'station.configure':       '-     -     -     -     -     -     -     *     -     -',
  'residency.read':          '-     o     -     -     s     s     d     *     *     s',
  'residency.propose':       '-     -     -     -     s     s     d     *     -     -',
  'residency.approve':       '-     -     -     -     -     -     d     *     -     -',
  'commissioner.suspend':    '-     -     -     -     -     -     -     *     -     -',
  'enterprise.read':         '-     *     e     -     s     s     d     *     *     s',
  'enterprise.poster':       '-     -     e     -     s     s     d     *     -     -',
  'enterprise.verify':       '-     -     -     -     -     -     d     *     -     -',
  'person.grant':            '-     -     -     -     -     -     -     *     -     -',
  'person.grantDistrict':    '-     -     -     -     -     -     d     *     -     -',
  'policy.inherit':          '-     -     -     -     -     -     -     *     *     -',
};
