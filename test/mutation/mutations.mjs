import ts from 'typescript';

/*
 * Where a file of the verifier can be spoilt, and one text of it that holds every spoilt form at once: each stands
 * behind a switch of its own, `$on(number)`, so that all mutants share one compilation and one can be on at a time.
 * Left alone: types, wording (plain strings), and what only makes evidence and never judges any.
 */

const kinds = ts.SyntaxKind;

/** Boundaries; a comparison of equality is spoilt as a whole, by `constants`. */
const boundaries = new Map([
  [kinds.LessThanToken, '<='],
  [kinds.LessThanEqualsToken, '<'],
  [kinds.GreaterThanToken, '>='],
  [kinds.GreaterThanEqualsToken, '>'],
]);
const arithmetic = new Map([
  [kinds.PlusToken, '-'],
  [kinds.MinusToken, '+'],
  [kinds.AsteriskToken, '/'],
  [kinds.SlashToken, '*'],
  [kinds.PercentToken, '*'],
  [kinds.LessThanLessThanToken, '>>'],
  [kinds.GreaterThanGreaterThanToken, '<<'],
  [kinds.AmpersandToken, '|'],
  [kinds.BarToken, '&'],
  [kinds.CaretToken, '&'],
]);
const equalities = new Set([
  kinds.EqualsEqualsEqualsToken,
  kinds.ExclamationEqualsEqualsToken,
  kinds.EqualsEqualsToken,
]);
/** Methods that another may stand in for. */
const opposites = new Map([
  ['every', 'some'],
  ['some', 'every'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['indexOf', 'lastIndexOf'],
  ['lastIndexOf', 'indexOf'],
  ['min', 'max'],
  ['max', 'min'],
]);
/** Methods whose receiver may be taken for their result. */
const omissible = new Set(['sort', 'toSorted', 'reverse', 'filter', 'slice', 'subarray', 'replaceAll', 'replace']);

const isLogical = (node) =>
  ts.isBinaryExpression(node) &&
  (node.operatorToken.kind === kinds.AmpersandAmpersandToken || node.operatorToken.kind === kinds.BarBarToken);
const isComparison = (node) =>
  ts.isBinaryExpression(node) && (boundaries.has(node.operatorToken.kind) || equalities.has(node.operatorToken.kind));

/** The node without the parentheses around it. */
const outside = (node) => (ts.isParenthesizedExpression(node.parent) ? outside(node.parent) : node);

/** Asked by `if`, `?:` or a loop, and not a part of `&&` or `||`, whose parts are taken away by themselves. */
const askedBy = (node) => {
  const { parent } = outside(node);
  const isAsked =
    (ts.isIfStatement(parent) && parent.expression === outside(node)) ||
    (ts.isConditionalExpression(parent) && parent.condition === outside(node));
  const isLoop =
    (ts.isWhileStatement(parent) && parent.expression === outside(node)) ||
    (ts.isForStatement(parent) && parent.condition === outside(node));
  return isAsked ? 'branch' : isLoop ? 'loop' : null;
};

const constants = (node) => {
  const asked = askedBy(node);
  if (asked === 'loop') return ['false'];
  if (isLogical(outside(node).parent)) return [];
  if (asked === 'branch' || isComparison(node)) return isLogical(node) ? [] : ['true', 'false'];
  return [];
};

const ofBinary = (node, text) => {
  const operator = node.operatorToken.kind;
  const [left, right] = [text(node.left), text(node.right)];
  const joined = (sign) => `((${left}) ${sign} (${right}))`;
  if (boundaries.has(operator)) return [joined(boundaries.get(operator))];
  if (arithmetic.has(operator)) return [joined(arithmetic.get(operator))];
  // What the type of an index asks for can never be taken: such a fallback is a plain value.
  if (operator === kinds.QuestionQuestionToken)
    return ts.isLiteralExpression(node.right) ? [`(${right})`] : [`(${left})`, `(${right})`];
  if (!isLogical(node)) return [];
  const isAnd = operator === kinds.AmpersandAmpersandToken;
  const whole = isLogical(outside(node).parent) ? [] : [String(!isAnd)];
  return [`(${left})`, `(${right})`, joined(isAnd ? '||' : '&&'), ...whole];
};

const ofCall = (node, text) => {
  if (ts.isIdentifier(node.expression) && node.expression.text === 'failed') return ['({ ok: true })'];
  if (!ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  const other = opposites.get(name.text);
  const given = node.arguments.map(text).join(', ');
  if (other !== undefined) return [`${text(expression)}.${other}(${given})`];
  return omissible.has(name.text) ? [`(${text(expression)})`] : [];
};

const ofRegex = (node) => {
  const pattern = node.text;
  const ends = pattern.lastIndexOf('/');
  const spoilt = [];
  if (pattern.startsWith('/^')) spoilt.push(`/${pattern.slice(2)}`);
  if (pattern[ends - 1] === '$') spoilt.push(pattern.slice(0, ends - 1) + pattern.slice(ends));
  for (const { 0: bound, 1: number, index } of pattern.matchAll(/(\d+)\}/g))
    for (const by of [1, -1])
      spoilt.push(`${pattern.slice(0, index)}${Number(number) + by}}${pattern.slice(index + bound.length)}`);
  return spoilt;
};

/** One more is what moving the boundary already says. */
const isBoundary = ({ parent }) =>
  ts.isBinaryExpression(parent) &&
  (parent.operatorToken.kind === kinds.LessThanToken || parent.operatorToken.kind === kinds.GreaterThanEqualsToken);

const ofNumber = (node) => {
  if ((ts.isPropertyAssignment(node.parent) && node.parent.name === node) || isBoundary(node)) return [];
  if (ts.isBigIntLiteral(node)) {
    return [`${BigInt(node.text.slice(0, -1)) + 1n}n`];
  }
  return [`${Number(node.text.replaceAll('_', '')) + 1}`];
};

const isTarget = (node) =>
  ts.isBinaryExpression(node.parent) &&
  node.parent.left === node &&
  node.parent.operatorToken.kind === kinds.EqualsToken;

/** Texts that may stand for an expression. */
const expressions = (node, text) => {
  const own = () => {
    if (ts.isBinaryExpression(node)) return ofBinary(node, text);
    if (ts.isCallExpression(node)) return ofCall(node, text);
    if (ts.isRegularExpressionLiteral(node)) return ofRegex(node);
    if (ts.isNumericLiteral(node) || ts.isBigIntLiteral(node)) return ofNumber(node);
    if (ts.isArrayLiteralExpression(node)) return node.elements.length > 0 && !isTarget(node) ? ['[]'] : [];
    return { [kinds.TrueKeyword]: ['false'], [kinds.FalseKeyword]: ['true'] }[node.kind] ?? [];
  };
  const isHeldOf = ts.isForOfStatement(node.parent) && node.parent.expression === node;
  return [...own(), ...(ts.isExpression(node) ? constants(node) : []), ...(isHeldOf ? ['[]'] : [])];
};

const isSuper = ({ expression }) =>
  ts.isCallExpression(expression) && expression.expression.kind === kinds.SuperKeyword;

/** Of an `if` without an `else` whose only statement it is, the condition is spoilt instead. */
const removable = (node) =>
  ((ts.isExpressionStatement(node) && !isSuper(node)) ||
    ts.isThrowStatement(node) ||
    ts.isContinueStatement(node) ||
    ts.isBreakStatement(node)) &&
  !(ts.isIfStatement(node.parent) && node.parent.elseStatement === undefined);

const isLeftAlone = (node) =>
  ts.isTypeNode(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node);

/** One mutant's place for people, and for the file of explanations: its line as it stands, and what becomes of it. */
const described = (source, node, replacement) => {
  const text = source.text;
  const at = node.getStart();
  const from = text.lastIndexOf('\n', at) + 1;
  const to = text.indexOf('\n', at);
  const oneLine = (part) => part.replace(/\s+/g, ' ').trim();
  return {
    line: source.getLineAndCharacterOfPosition(at).line + 1,
    code: text.slice(from, to < 0 ? text.length : to).trim(),
    change: `${oneLine(node.getText())} → ${oneLine(replacement)}`,
  };
};

/**
 * The mutants of a file, numbered from `first`, and its text with all of them. `skipped`: names of declarations at
 * the top of the file that are left alone.
 */
export const mutantsOf = (file, code, { first, skipped }) => {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const mutants = [];
  const text = (node) => node.getText();
  const add = (node, replacement) => {
    mutants.push({ number: first + mutants.length, file, ...described(source, node, replacement) });
    return `$on(${first + mutants.length - 1})`;
  };
  const children = (node) => {
    let written = '';
    let at = node.getStart();
    ts.forEachChild(node, (child) => {
      if (child.end === child.pos) return;
      written += code.slice(at, child.getStart()) + spoilt(child);
      at = child.end;
    });
    return written + code.slice(at, node.end);
  };
  const spoilt = (node) => {
    if (isLeftAlone(node)) return text(node);
    if (removable(node)) {
      const mark = add(node, 'nothing');
      return `{ if (!${mark}) { ${children(node)} } }`;
    }
    const forms = [...new Set(expressions(node, text))].filter((form) => form !== text(node));
    const switches = forms.map((form) => `${add(node, form)} ? ${form} : `).join('');
    return switches === '' ? children(node) : `(${switches}(${children(node)}))`;
  };
  const isSkipped = (statement) =>
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.some(({ name }) => ts.isIdentifier(name) && skipped.includes(name.text));
  const written = source.statements.map((each) => (isSkipped(each) ? text(each) : spoilt(each))).join('\n');
  return { mutants, written };
};
