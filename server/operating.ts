import { isLevel, type Level } from '../cloudfunctions/_core/log';
import { CannotStart } from './cannot-start';

/** How the process is watched and stopped; nothing of it changes what calls answer. */
export interface Operating {
  readonly logLevel: Level;
  /** Where metrics are read; undefined: nowhere. */
  readonly metrics: { readonly port: number; readonly host: string; readonly token: string | undefined } | undefined;
  /** How long requests are still taken after the stop was asked for, while `readyz` already says no. */
  readonly drainMs: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

const LEAST_TOKEN = 16;
const LOOPBACK = /^(?:127(?:\.\d+){3}|::1|localhost)$/;
const LONGEST_DRAIN_MS = 600_000;

/**
 * @param readByPeople a demonstration in a terminal: its greeting should stay in sight
 * @throws CannotStart with a sentence that says what to set
 */
export function readOperating(variables: Variables, readByPeople: boolean): Operating {
  const given = (name: string): string | undefined => variables[name]?.trim() || undefined;
  const logLevel = given('LOG_LEVEL') ?? (readByPeople ? 'warn' : 'info');
  if (!isLevel(logLevel)) throw new CannotStart(`LOG_LEVEL 应是 error、warn、info、debug 之一，现在是「${logLevel}」`);
  const port = given('METRICS_PORT');
  return {
    logLevel,
    metrics: port === undefined ? undefined : metricsOf(port, given('METRICS_HOST'), given('METRICS_TOKEN')),
    drainMs: numberOf('DRAIN_MS', given('DRAIN_MS') ?? '0', LONGEST_DRAIN_MS),
  };
}

function numberOf(name: string, text: string, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most)
    throw new CannotStart(`${name} 应是 0 到 ${most} 的数字，现在是「${text}」`);
  return number;
}

function metricsOf(port: string, host = '127.0.0.1', token: string | undefined): Operating['metrics'] {
  if (token !== undefined && token.length < LEAST_TOKEN)
    throw new CannotStart(`METRICS_TOKEN 至少 ${LEAST_TOKEN} 个字符`);
  if (token === undefined && !LOOPBACK.test(host))
    throw new CannotStart(`METRICS_HOST=${host} 不是本机地址，这时还要设 METRICS_TOKEN，监控系统用它来读`);
  return { port: numberOf('METRICS_PORT', port, 65_535), host, token };
}
