import { useEffect, useState } from 'react';
import { type Called, call, type Failure, type Input, useCall } from '@/gateway';
import type { Evidence, EvidenceItem } from './types';

type Asked = Omit<Input<'station.evidence'>, 'offset' | 'limit'>;
const PAGE = 50;

export interface EvidencePages {
  readonly first: Called<Evidence>;
  readonly items: readonly EvidenceItem[];
  /** Undefined where all are here. */
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
  readonly failure: Failure | undefined;
}

/** One part of the evidence behind a number, page by page; a first page read anew starts again. */
export function useEvidence(asked: Asked | null): EvidencePages {
  const first = useCall('station.evidence', asked && { ...asked, limit: PAGE });
  const [rest, setRest] = useState<{ of: Evidence | undefined; items: readonly EvidenceItem[] }>({
    of: undefined,
    items: [],
  });
  const [loadingMore, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { data } = first;
  useEffect(() => {
    setRest({ of: data, items: [] });
    setFailure(undefined);
  }, [data]);

  const items = [...(data?.items ?? []), ...(rest.of === data ? rest.items : [])];
  const load = async () => {
    if (loadingMore || !asked || !data) return;
    setLoading(true);
    setFailure(undefined);
    const reply = await call('station.evidence', { ...asked, limit: PAGE, offset: items.length });
    setLoading(false);
    if (!reply.ok) return setFailure(reply);
    setRest((now) => (now.of === data ? { of: data, items: [...now.items, ...reply.data.items] } : now));
  };
  return {
    first,
    items,
    more: data && items.length < data.total ? () => void load() : undefined,
    loadingMore,
    failure,
  };
}
