import { prepare } from './lib/prepare.mjs';
import { runNode } from './lib/run.mjs';

const cli = (script, ...args) => ({ script: `node_modules/${script}`, args });

/** All of them run, and all of them report, whichever fails. */
const CHECKS = {
  biome: cli('@biomejs/biome/bin/biome', 'ci', '.'),
  tsc: cli('typescript/bin/tsc', '--noEmit'),
  depcruise: {
    ...cli(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--output-type',
      'json',
      'client',
      'shared',
      'cloudfunctions',
      'server',
      'bench',
      'test',
    ),
    judge: judgeArrows,
  },
  knip: cli('knip/bin/knip.js', '--no-progress'),
  dependencies: { script: 'tools/dependencies.mjs', args: [] },
};

/** Where the compiler is one that it cannot read, dependency-cruiser looks at nothing and is content. */
function judgeArrows(output) {
  let report;
  try {
    report = JSON.parse(output);
  } catch {
    return { ok: false, words: output };
  }
  const { totalCruised, violations, ruleSetUsed } = report.summary;
  const rules = new Map((ruleSetUsed?.forbidden ?? []).map((rule) => [rule.name, rule.comment]));
  const words = violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}\n  ${rules.get(rule.name) ?? ''}`,
  );
  if (totalCruised === 0) return { ok: false, words: '一个模块也没有读到，检查没有意义' };
  return { ok: violations.length === 0, words: [...words, `${totalCruised} modules`].join('\n') };
}

await prepare([]);
const failed = [];
for (const [name, { script, args, judge }] of Object.entries(CHECKS)) {
  const { code, output } = await runNode(script, args, { quiet: judge !== undefined });
  const { ok, words } = judge ? judge(output) : { ok: code === 0, words: '' };
  if (words) console.log(words);
  console.log(`${ok ? '✔' : '✘'} ${name}`);
  if (!ok) failed.push(name);
}
if (failed.length > 0) {
  console.error(`没有通过：${failed.join('、')}`);
  process.exitCode = 1;
}
