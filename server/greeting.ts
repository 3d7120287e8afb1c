import type { Deps } from '../cloudfunctions/_core/context';
import type { Handler } from '../cloudfunctions/_core/handler';
import type { Output, Reply } from '../shared/api';
import type { Addresses } from './addresses';

type Person = Output<'account.people'>['people'][number];

async function demoPeople(people: Handler | undefined, deps: Deps): Promise<readonly Person[]> {
  const reply = (await people?.({}, null, deps)) as Reply<Output<'account.people'>> | undefined;
  return reply?.ok ? reply.data.people : [];
}

/** What whoever started the server needs to know: where it is, and who can be played. */
export async function greet(deps: Deps, people: Handler | undefined, addresses: Addresses): Promise<string> {
  if (!deps.demo) return `千人进千企已启动：${deps.publicUrl}（本机 ${addresses.local}）`;
  const shown = await demoPeople(people, deps);
  return [
    `千人进千企已启动：${addresses.local}`,
    ...(addresses.lan.length > 0 ? [`手机也来扫码时，电脑和手机都用同一网络的地址：${addresses.lan.join('  ')}`] : []),
    '',
    '演示人员（首页里点一下就能换身份）：',
    ...shown.map(({ id, name, what }) => `  ${name}　${what}　${id}`),
    '',
    '按 Ctrl+C 停止；数据会保留。',
  ].join('\n');
}
