import { can } from '../../shared/access';
import { districtName } from '../../shared/enterprise';
import { stationIdOf } from '../../shared/station';
import { BadCursor } from '../_core/cursor';
import type { EnterpriseDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { spend } from '../_core/limited';
import { namesOf } from '../_core/names';
import { findAll } from '../_core/recount';
import { Refusal } from '../_core/refusal';
import { posterToken } from '../_core/tokens';
import { enterpriseTarget, loadEnterprise, rowOf } from './load';
import { posterPdf } from './poster-pdf';
import { posterSvg } from './poster-svg';

const badCursor = (error: unknown): never => {
  if (error instanceof BadCursor) throw new Refusal('bad-input', { fields: { cursor: '翻页位置失效，请从头查看' } });
  throw error;
};

export const list = handler('enterprise.list', async (call) => {
  const { input, actor, store, today } = call;
  const { district, query = '', cursor, limit } = input;
  const target = district ? { district, stationId: stationIdOf(district) } : {};
  if (!can(actor, 'enterprise.read', target)) throw new Refusal('not-allowed');
  const words = query.split(/\s+/).filter(Boolean);
  const of = {
    collection: 'enterprises' as const,
    ...(district && { eq: { district } }),
    order: { field: 'shortCode' },
  };
  if (words.length === 0) {
    const page = await store.find<EnterpriseDoc>({ ...of, limit, ...(cursor && { cursor }) }).catch(badCursor);
    return {
      reply: {
        enterprises: page.docs.filter((one) => !one.mergedInto).map((one) => rowOf(one, today)),
        ...(page.cursor !== undefined && { cursor: page.cursor }),
      },
    };
  }
  spend(call, 'search');
  // Whoever is not shown the code must not find it out letter by letter.
  const searched = (one: EnterpriseDoc) => [
    one.name,
    one.shortCode,
    one.industry,
    ...(can(actor, 'enterprise.poster', enterpriseTarget(one)) ? [one.uscc] : []),
  ];
  const found = (await findAll<EnterpriseDoc>(store, of)).filter((one) => {
    const texts = one.mergedInto ? [] : searched(one);
    return texts.length > 0 && words.every((word) => texts.some((text) => text.includes(word)));
  });
  return { reply: { enterprises: found.slice(0, limit).map((one) => rowOf(one, today)) } };
});

export const get = handler('enterprise.get', async (call) => {
  const enterprise = await loadEnterprise(call, call.input.enterpriseId, 'enterprise.read');
  // A commissioner sees the limited profile: not whom to call, and not the code.
  const full = can(call.actor, 'enterprise.poster', enterpriseTarget(enterprise));
  return {
    reply: {
      enterprise: {
        ...rowOf(enterprise, call.today),
        uscc: full ? enterprise.uscc : '',
        address: enterprise.address,
        districtName: districtName(enterprise.district),
        contacts: full ? await namesOf(call.store, enterprise.contacts) : [],
        qualifications: enterprise.qualifications.map(({ id, level, validFrom, validThrough, verified }) => ({
          id,
          level,
          validFrom,
          validThrough,
          verified,
        })),
      },
    },
  };
});

const posterOf = (enterprise: EnterpriseDoc, token: string, publicUrl: string) => ({
  enterpriseName: enterprise.name,
  districtName: districtName(enterprise.district),
  shortCode: enterprise.shortCode,
  url: `${publicUrl}/v?k=${token}`,
});

export const poster = handler('enterprise.poster', async (call) => {
  const enterprise = await loadEnterprise(call, call.input.enterpriseId, 'enterprise.poster');
  const token = posterToken(call.deps.codeKeys, enterprise.shortCode);
  const drawn = posterOf(enterprise, token, call.deps.publicUrl);
  return { reply: { token, url: drawn.url, svg: posterSvg(drawn) } };
});

/** One enterprise, or a district in order of short codes, page by page. */
export const posterPdfCall = handler('enterprise.posterPdf', async (call) => {
  const { input, actor, store, deps } = call;
  const { enterpriseId, district, cursor, limit } = input;
  if ((enterpriseId === undefined) === (district === undefined))
    throw new Refusal('bad-input', { fields: { enterpriseId: '请选择一家企业或一个区' } });
  if (district !== undefined && !can(actor, 'enterprise.poster', { district, stationId: stationIdOf(district) }))
    throw new Refusal('not-allowed');
  spend(call, 'posterPdf');
  const page = enterpriseId
    ? { docs: [await loadEnterprise(call, enterpriseId, 'enterprise.poster')] }
    : await store
        .find<EnterpriseDoc>({
          collection: 'enterprises',
          eq: { district: district as string },
          order: { field: 'shortCode' },
          limit,
          ...(cursor && { cursor }),
        })
        .catch(badCursor);
  const docs = page.docs.filter((one) => !one.mergedInto);
  const pdf = await posterPdf(
    docs.map((one) => posterOf(one, posterToken(deps.codeKeys, one.shortCode), deps.publicUrl)),
  );
  const next = 'cursor' in page ? page.cursor : undefined;
  const fileName = `签到码-${enterpriseId ? (docs[0]?.shortCode ?? '') : districtName(district as string)}.pdf`;
  return {
    reply: {
      fileName,
      base64: pdf.toString('base64'),
      posters: docs.length,
      ...(next !== undefined && { cursor: next }),
    },
  };
});
