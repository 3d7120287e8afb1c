import { useEffect } from 'react';
import { create } from 'zustand';
import { personKnown } from '@/features/queue/queue';
import { type Called, session, useCall, useSignedIn } from '@/gateway';
import { here } from '@/platform/here';
import { restart, withQuery } from '@/platform/route';
import { storage } from '@/platform/storage';
import { useShell } from '@/state/shell';
import { placesFor } from './places';
import { type Me, type Standing, standingsOf } from './standing';

const key = 'standing';

const useChosen = create<{ readonly chosen: string | undefined }>(() => ({ chosen: storage.get<string>(key) }));

/** Looks at the app as another of the person's roles; kept on this device. */
export function chooseStanding(next: Standing): void {
  storage.set(key, next.key);
  useChosen.setState({ chosen: next.key });
}

export interface RoleInUse {
  readonly me: Called<Me>;
  /** Undefined until it is known who this is. */
  readonly standing: Standing | undefined;
  readonly standings: readonly Standing[];
}

// The mini-program keeps no token: WeChat says who calls. A browser without one has to sign in first.
const needsToken = process.env.TARO_ENV === 'h5';

/** Where to after signing in. Nobody is led back to 我的: who left there may come back as somebody else. */
const wayBack = (): string | undefined => {
  const from = here();
  return from.startsWith('/pages/me/') || from.startsWith('/pages/home/') ? undefined : from;
};

/**
 * Who this is and as what. Every page that belongs to a person calls it: it fills the rail of a wide screen, and sends a
 * browser without a session to sign in, with the way back.
 */
export function useRole(): RoleInUse {
  const signedIn = useSignedIn((state) => state.signedIn);
  const stranger = needsToken && !signedIn;
  const me = useCall('account.me', stranger ? null : {});
  const chosen = useChosen((state) => state.chosen);
  const standings = me.data ? standingsOf(me.data) : [];
  const standing = standings.find((one) => one.key === chosen) ?? standings[0];

  const expired = needsToken && me.failure?.code === 'not-signed-in';
  useEffect(() => {
    if (expired) session.end();
  }, [expired]);
  useEffect(() => {
    if (stranger) restart(withQuery('/pages/sign-in/index', { to: wayBack() }));
  }, [stranger]);

  const person = me.data?.person;
  const known = person !== undefined;
  useEffect(() => {
    if (known) personKnown();
  }, [known]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the standing is made anew at each reading, its key is not
  useEffect(() => {
    if (!standing || !person) return;
    const org = standing.kind === 'guest' || standing.kind === 'commissioner' ? person.orgName : standing.scopeName;
    useShell.setState({ places: placesFor(standing), identity: { name: person.name, org: org || standing.word } });
  }, [standing?.key, person?.id, person?.name]);

  return { me, standing, standings };
}
