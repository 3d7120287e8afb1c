import { sessionsWith } from '../server/sessions';

/** Keys of the servers that are measured: whoever knows them signs codes and sessions without asking. */
const CODE_SECRET = 'bench-code-secret-of-thirty-two-and-more';
const SESSION_SECRET = 'bench-session-secret-of-thirty-two-and-more';

export const CODE_KEYS = [{ no: 0, secret: CODE_SECRET }];

/** As a real deployment is started, demonstration off. */
export const REAL: NodeJS.ProcessEnv = {
  DEMO: '0',
  PORT: '0',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://bench.example',
  CODE_KEYS: `0:${CODE_SECRET}`,
  SESSION_SECRET,
};

const sessions = sessionsWith([SESSION_SECRET], () => Date.now());

export const tokenOf = (personId: string): string => sessions.issue(personId, 0);
