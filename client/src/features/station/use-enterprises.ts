import { useEffect, useState } from 'react';
import { type Called, call, type Failure, type Input, type Output, useCall } from '@/gateway';

type Page = Output<'enterprise.list'>;
export type EnterpriseRow = Page['enterprises'][number];
type Asked = Omit<Input<'enterprise.list'>, 'cursor'>;

export interface EnterprisePages {
  readonly first: Called<Page>;
  readonly rows: readonly EnterpriseRow[];
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
  readonly failure: Failure | undefined;
}

/** What was typed, once the person pauses. */
export function useSettled(text: string, ms = 300): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}

/** The register of enterprises, page by page in order of their codes. */
export function useEnterprises(asked: Asked | null): EnterprisePages {
  const first = useCall('enterprise.list', asked);
  const { data } = first;
  const [rest, setRest] = useState<{
    of: Page | undefined;
    rows: readonly EnterpriseRow[];
    cursor: string | undefined;
  }>({
    of: undefined,
    rows: [],
    cursor: undefined,
  });
  const [loadingMore, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    setRest({ of: data, rows: [], cursor: data?.cursor });
    setFailure(undefined);
  }, [data]);

  const current = rest.of === data;
  const cursor = current ? rest.cursor : data?.cursor;
  const load = async () => {
    if (loadingMore || !asked || cursor === undefined) return;
    setLoading(true);
    setFailure(undefined);
    const reply = await call('enterprise.list', { ...asked, cursor });
    setLoading(false);
    if (!reply.ok) return setFailure(reply);
    setRest((now) =>
      now.of === data ? { ...now, rows: [...now.rows, ...reply.data.enterprises], cursor: reply.data.cursor } : now,
    );
  };
  return {
    first,
    rows: [...(data?.enterprises ?? []), ...(current ? rest.rows : [])],
    more: cursor === undefined ? undefined : () => void load(),
    loadingMore,
    failure,
  };
}
