import { createHash, randomBytes } from 'node:crypto';

const short = (bytes: Buffer, length: number): string => bytes.toString('base64url').slice(0, length);

/** The same words give the same id: what must exist once gets its id from what makes it one. 60 bits at 10 characters. */
export const idFrom = (length: number, ...words: readonly (string | number)[]): string =>
  short(createHash('sha256').update(JSON.stringify(words)).digest(), length);

export const randomId = (length: number): string => short(randomBytes(length), length);

/** 10 characters: it travels in the live code. */
export const visitIdFrom = (...words: readonly (string | number)[]): string => idFrom(10, 'visit', ...words);

/** A person by the identity that the platform vouches for. */
export const personIdFrom = (provider: 'wx' | 'demo' | 'invitation', subject: string): string =>
  `P${idFrom(16, provider, subject)}`;

export const checkInId = (visitId: string, side: string, personId: string): string =>
  `checkin:${visitId}:${side}:${personId}`;
export const ratingId = (visitId: string, commissionerId: string, rater: string): string =>
  `rating:${visitId}:${commissionerId}:${idFrom(10, rater)}`;
