import type { CallName, Input, Output, Reply } from '../../shared/api';

/** How long a phone keeps sending what it was not answered. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 25;
const ANSWER_MS = 20_000;

/** How a request is sent: once, twice at the same moment, or first in such a way that its answer does not arrive. */
export type Habit = 'once' | 'twice' | 'hang-up';

export interface Sending {
  /** Where to send now: servers end and come back. */
  readonly origin: () => string;
  readonly token: string;
  /** Asked before each request; once where it is not given. */
  readonly habit?: () => Habit;
}

/** What became of one sending: a reply of the call, or nothing that says whether it was carried out. */
export type Answer<T> = Reply<T> | 'lost';

/** Sends once, and hangs up after `patience` milliseconds. */
export async function send<N extends CallName>(
  { origin, token }: Sending,
  name: N,
  input: Input<N>,
  patience = ANSWER_MS,
): Promise<Answer<Output<N>>> {
  try {
    const answer = await fetch(`${origin()}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(patience),
    });
    // A server that is stopping, or what stands before it, has not passed the request on.
    if (answer.status >= 502) return 'lost';
    return (await answer.json()) as Reply<Output<N>>;
  } catch {
    return 'lost';
  }
}

/** No longer than a check-in takes: some are cut off before they are carried out, some after. */
const HANG_UP_MS = 8;

async function sendBy<N extends CallName>(sending: Sending, name: N, input: Input<N>): Promise<Answer<Output<N>>> {
  switch (sending.habit?.() ?? 'once') {
    case 'once':
      return send(sending, name, input);
    case 'twice': {
      const both = await Promise.all([send(sending, name, input), send(sending, name, input)]);
      return both.find((one) => one !== 'lost' && one.ok) ?? both[0];
    }
    case 'hang-up':
      await send(sending, name, input, 1 + Math.floor(Math.random() * HANG_UP_MS));
      return send(sending, name, input);
  }
}

const PASSING = ['broken', 'conflict', 'too-many', 'unavailable'];

/**
 * Sends the very same request until it is answered, as a phone does with what waits in its queue.
 * @throws Error where the answer is a refusal, or none came in a minute
 */
export async function sendUntilAnswered<N extends CallName>(
  sending: Sending,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  let last = '';
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; ) {
    const answer = await sendBy(sending, name, input);
    if (answer !== 'lost' && answer.ok) return answer.data;
    if (answer !== 'lost' && !PASSING.includes(answer.code))
      throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.findings ?? answer.fields ?? {})}`);
    last = answer === 'lost' ? 'no answer' : answer.code;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`${name}: ${last} for a minute`);
}
