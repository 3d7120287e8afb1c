import { parseSync, types } from '@babel/core';
import { packageOf, readBundle } from './host/bundle';

const bundle = readBundle();
const KB = 1024;
const sum = (paths: readonly string[]): number =>
  paths.reduce((total, path) => total + (bundle.sizes.get(path) ?? 0), 0);

/** Of ES2015 and later, by the name of the node: nothing that an engine of 2015 cannot read. */
const NEWER = [
  'ArrowFunctionExpression',
  'AwaitExpression',
  'BigIntLiteral',
  'ClassDeclaration',
  'ClassExpression',
  'ForOfStatement',
  'ImportExpression',
  'MetaProperty',
  'OptionalCallExpression',
  'OptionalMemberExpression',
  'RestElement',
  'SpreadElement',
  'Super',
  'TaggedTemplateExpression',
  'TemplateLiteral',
  'YieldExpression',
  'ArrayPattern',
  'AssignmentPattern',
  'ObjectPattern',
];

function newerSyntax(code: string): readonly string[] {
  const found = new Set<string>();
  const tree = parseSync(code, { sourceType: 'script', configFile: false, babelrc: false });
  types.traverseFast(tree as NonNullable<typeof tree>, (node) => {
    if (NEWER.includes(node.type)) found.add(node.type);
    if (types.isVariableDeclaration(node) && node.kind !== 'var') found.add(node.kind);
    if (types.isFunction(node) && (node.async || node.generator)) found.add('async or generator');
    if (types.isObjectMethod(node) && node.kind === 'method') found.add('method');
    if (types.isObjectProperty(node) && (node.shorthand || node.computed)) found.add('shorthand or computed key');
    if (types.isBinaryExpression(node) && node.operator === '**') found.add('**');
    if (types.isLogicalExpression(node) && node.operator === '??') found.add('??');
    if (types.isCatchClause(node) && !node.param) found.add('catch without a name');
  });
  return [...found];
}

test('主包不超过 500 KB，每个分包也不超过', () => {
  for (const of of ['', ...bundle.subPackages])
    expect(sum([...bundle.sizes.keys()].filter((path) => packageOf(bundle, path) === of)) / KB).toBeLessThan(500);
});

test('只有 2015 年以前的语法', () => {
  const found = [...bundle.scripts].flatMap(([path, code]) => newerSyntax(code).map((what) => `${path}: ${what}`));
  expect(found).toEqual([]);
});

test('模板编译无误', () => {
  expect(bundle.complaints).toEqual([]);
});
