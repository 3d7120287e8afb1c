import type { CallName } from '../../shared/api';

/** The columns: a role in the scope of the record, and the same role outside it. */
export const SUBJECTS = [
  'nobody', // no identity
  'guest', // an identity, no role, no part in the visit
  'attendee', // no role, checked in for the enterprise
  'commissioner in',
  'commissioner out',
  'enterpriseContact in',
  'enterpriseContact out',
  'party in',
  'party out',
  'stationLead in',
  'stationLead out',
  'stationContact in',
  'stationContact out',
  'district in',
  'district out',
  'center',
  'city',
  'auditor in',
  'auditor out',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * D10, by hand, one letter for each subject in the order above:
 * `o` may (the call answers, or a rule of the record's state refuses); `r` a rule about this person refuses;
 * `-` not-allowed; `s` not-signed-in; `f` not-found, for everybody alike.
 */
// biome-ignore format: a table
export const EXPECTED: Readonly<Record<CallName, string>> = {
  // nobody | guest, attendee | commissioner | enterpriseContact | party | stationLead | stationContact | district |
  // center, city | auditor; of each pair: in scope, out of scope
  'account.me':                    's oo oo oo oo oo oo oo oo oo',
  'account.people':                'f ff ff ff ff ff ff ff ff ff',
  'account.actAs':                 'f ff ff ff ff ff ff ff ff ff',
  'account.guest':                 'f ff ff ff ff ff ff ff ff ff',
  'account.signIn':                'f ff ff ff ff ff ff ff ff ff',
  'account.signOut':               's oo oo oo oo oo oo oo oo oo',
  'account.invite':                's -- -- -- -- -- -- o- o- --',
  'account.redeem':                'o oo oo oo oo oo oo oo oo oo',
  'account.members':               's -- -- -- -- -- -- o- o- --',
  'account.revoke':                's -- -- -- -- -- -- o- o- --',
  'account.notices':               's oo oo oo oo oo oo oo oo oo',
  'account.readNotices':           's oo oo oo oo oo oo oo oo oo',
  'visit.resolve':                 's oo oo oo oo oo oo oo oo oo',
  'visit.checkIn':                 's oo oo oo oo oo oo oo oo oo',
  'visit.liveCode':                's -o o- -- o- -- -- -- -- --',
  'visit.plan':                    's -- o- o- -- o- o- -- -- --',
  'visit.cancel':                  's -- o- o- -- o- o- -- -- --',
  'visit.complete':                's -o o- o- r- -- -- -- -- --',
  'visit.void':                    's -- -- -- -- -- -- o- o- --',
  'visit.voidCheckIn':             's -- -- -- -- -- -- o- o- --',
  'visit.requestMakeUp':           's -o o- o- -- -- o- -- -- --',
  'visit.confirmMakeUp':           's -o r- o- r- -- -- -- -- --',
  'visit.decideMakeUp':            's -- -- -- -- -- -- o- o- --',
  'visit.reopenRating':            's -- -- -- -- -- -- -- o- --',
  'visit.remind':                  's -- o- -- -- o- o- o- -- --',
  'visit.get':                     's -o o- o- o- o- o- o- oo o-',
  'visit.list':                    's -- -- -- -- o- o- o- oo o-',
  'rating.submit':                 's -o r- o- o- -- -- -- -- --',
  'rating.void':                   's -- -- -- -- -- -- -- o- --',
  'rating.average':                's oo oo oo oo oo oo oo oo oo',
  'station.list':                  's oo oo oo oo oo oo oo oo oo',
  'station.progress':              's -- -- -- -- o- o- o- oo o-',
  'station.evidence':              's -- -- -- -- o- o- o- oo o-',
  'station.pace':                  's -- -- -- -- o- o- o- oo o-',
  'station.board':                 's -- -- -- -- -- -- -- oo --',
  'station.todo':                  's -- -- -- -- o- o- o- oo o-',
  'station.configure':             's -- -- -- -- -- -- -- o- --',
  'station.designate':             's -- -- -- -- o- o- -- -- --',
  'station.withdrawDesignation':   's -- -- -- -- o- o- -- o- --',
  'station.designations':          's -- -- -- -- o- o- o- oo o-',
  'commissioner.list':             's -- oo oo oo oo oo oo oo oo',
  'commissioner.roster':           's -- -- -- -- o- o- o- oo o-',
  'commissioner.proposeResidency': 's -- -- -- -- o- o- o- o- --',
  'commissioner.approveResidency': 's -- -- -- -- -- -- o- o- --',
  'commissioner.endResidency':     's -- -- -- -- -- -- o- o- --',
  'commissioner.suspend':          's -- -- -- -- -- -- -- o- --',
  'enterprise.list':               's -- oo -- -- o- o- o- oo o-',
  'enterprise.get':                's -- oo o- -- o- o- o- oo o-',
  'enterprise.poster':             's -- -- o- -- o- o- o- o- --',
  'enterprise.posterPdf':          's -- -- o- -- o- o- o- o- --',
  'enterprise.register':           's -- -- -- -- o- o- o- o- --',
  'enterprise.verifyQualification':'s -- -- -- -- -- -- o- o- --',
  'enterprise.move':               's -- -- -- -- -- -- o- o- --',
  'enterprise.merge':              's -- -- -- -- -- -- o- o- --',
  'policy.clause':                 'o oo oo oo oo oo oo oo oo oo',
  'policy.inherit':                's -- -- -- -- -- -- -- oo --',
};
