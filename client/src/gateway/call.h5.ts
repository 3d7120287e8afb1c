import { asReply, broken, type CallName, type Input, type Output, offline, type Reply, tooMany } from './reply';
import { newRequestId } from './request-id';
import { session } from './session';

const patience = 10_000;

/** One call over HTTP. Never throws: no network, and no answer within ten seconds, answer `offline`. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  const token = session.token();
  const requestId = newRequestId();
  try {
    const answer = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-request-id': requestId,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(input),
      signal: abort.signal,
    });
    // 502 to 504 come from what stands before the server: it cannot be reached.
    if (answer.status >= 502) return offline;
    const reply = asReply<Output<N>>(await answer.json().catch(() => undefined));
    if (reply !== broken) return reply;
    // A proxy that limits says so without our words.
    return answer.status === 429 ? tooMany : { ...broken, requestId };
  } catch {
    return offline;
  } finally {
    clearTimeout(timer);
  }
}
