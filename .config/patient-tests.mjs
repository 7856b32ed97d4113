// What a test that must pass on a loaded machine does not contain (docs/decisions/035), as selectors for ESLint.
const ms = '[raw=/^[0-9]/]';
/** A number, also one that is worked out: `5 * 60_000`. */
const number = `:matches(Literal${ms}, BinaryExpression:not(:has(CallExpression)):has(Literal${ms}))`;
const units = '/^(it|it_|test|suite|describe|beforeAll|beforeEach|afterAll|afterEach)$/';
const limit = '时限不许写成数字：机器忙的时候会不够。请写 within(毫秒)（.config/patience.ts）。';
const nap =
  '不许等一段固定的时间：请等要来的那件事（循环里隔几毫秒看一次可以）；要看“没有发生”，请等能证明已经轮到它的那件事。';
const loops = ':matches(WhileStatement, DoWhileStatement, ForStatement, ForOfStatement)';
const limits = '/^(timeout|testTimeout|hookTimeout|navigationTimeout)$/';
/** Functions of tests that do nothing but let time pass. */
const naps = '/^(wait|sleep|nap|pause|delay|rest)$/';
const long = '[raw=/^[0-9_]{4,}$/]';
/** An address with a port that somebody else may have; the discard port 9 and port 1 are where nobody listens. */
const fixed = '/(localhost|127\\.0\\.0\\.1|\\[::1\\]):(?!(1|9)\\b)[0-9]/';
const calls = '/^(fetch|connect|createConnection|request|get|goto|WebSocket|EventSource)$/';
const since =
  ':matches(CallExpression[callee.object.name=/^(performance|Date)$/][callee.property.name="now"], Identifier[name=/^(elapsed|took|duration|lasted|ms|millis|seconds)(Ms)?$/])';

export const patientTests = [
  // Limits.
  { selector: `CallExpression[callee.name=${units}] > ${number}.arguments:last-child`, message: limit },
  { selector: `CallExpression[callee.object.name=${units}] > ${number}.arguments:last-child`, message: limit },
  {
    selector: `CallExpression:matches([callee.callee.object.name=${units}], [callee.tag.object.name=${units}]) > ${number}.arguments:last-child`,
    message: limit,
  },
  { selector: `Property:matches([key.name=${limits}], [key.value=${limits}]) > ${number}.value`, message: limit },
  {
    selector: `CallExpression[callee.property.name=/^(setDefaultTimeout|setDefaultNavigationTimeout)$/] > ${number}`,
    message: limit,
  },
  {
    selector: `CallExpression[callee.object.name='AbortSignal'][callee.property.name='timeout'] > ${number}`,
    message: limit,
  },
  // The same under a name, or as a moment to come.
  {
    selector: `VariableDeclarator[id.name=/^(until|deadline|latest|giveUp|limit|patience|timeout)(Ms)?$/i] > ${number}.init`,
    message: limit,
  },
  {
    selector: `VariableDeclarator[id.name=/^(until|deadline|latest|giveUp)$/i] > BinaryExpression[operator='+'][left.callee.object.name=/^(performance|Date)$/][left.callee.property.name='now'] > ${number}.right`,
    message: limit,
  },
  // A loop without a body is work that takes so long, not a wait.
  {
    selector: `:matches(WhileStatement, DoWhileStatement, ForStatement):not([body.type='EmptyStatement']) > BinaryExpression.test[left.operator='-'] > ${number}.right`,
    message: limit,
  },
  // A browser's own answer to “how long” is thirty seconds: contexts come from scripts/e2e/browser.ts, which says otherwise.
  {
    selector: `CallExpression[callee.object.name='chromium'][callee.property.name=/^(launch|launchPersistentContext|connect)/]:not(:has(Property[key.name='timeout']))`,
    message: `${limit} 不写就是三十秒。`,
  },
  {
    selector: `CallExpression[callee.object.name='vi'][callee.property.name=/^wait(For|Until)$/]:not(:has(ObjectExpression > Property[key.name='timeout']))`,
    message: `${limit} 不写就是一秒。`,
  },
  {
    selector: `CallExpression[callee.object.name='expect'][callee.property.name='poll']:not(:has(ObjectExpression > Property[key.name='timeout']))`,
    message: `${limit} 不写就是一秒。`,
  },
  // Sleeps.
  {
    selector: `CallExpression[callee.name='setTimeout'] > Literal.arguments:nth-child(2)${ms}:not(${loops} Literal)`,
    message: nap,
  },
  { selector: `CallExpression[callee.name='setTimeout'] > Literal.arguments:nth-child(2)${long}`, message: nap },
  {
    selector: `CallExpression:matches([callee.name=${naps}], [callee.property.name=${naps}]) > Literal${ms}:first-child:not(${loops} Literal):not(CallExpression[callee.object.name=/clock/i] > Literal)`,
    message: nap,
  },
  {
    selector: `CallExpression:matches([callee.name=${naps}], [callee.property.name=${naps}]):not([callee.object.name=/clock/i]) > Literal${long}:first-child`,
    message: nap,
  },
  { selector: `CallExpression[callee.property.name='waitForTimeout']`, message: nap },
  // `setTimeout` of node:timers/promises takes the time first; under a name that says nothing of it, none of this would see it.
  {
    selector: `AwaitExpression > CallExpression[callee.name='setTimeout'] > ${number}:first-child:not(${loops} *)`,
    message: nap,
  },
  {
    selector: `ImportDeclaration[source.value=/^(node:)?timers\\u002fpromises$/] > ImportSpecifier[imported.name='setTimeout']:not([local.name=${naps}]):not([local.name='setTimeout'])`,
    message: `${nap} 名字请叫 sleep。`,
  },
  {
    selector: `CallExpression[callee.name=/^(spawn|exec)(File)?(Sync)?$/] > Literal[value=/^sleep\\b/]:first-child`,
    message: nap,
  },
  // Ports.
  {
    selector: `CallExpression[callee.property.name='listen'] > Literal[value>0]:first-child`,
    message: '不许用固定端口：请用 listen(0)，或 scripts/testing/ports.ts 的 holdPorts。',
  },
  {
    selector: `CallExpression[callee.property.name='listen'] Property[key.name='port'] > Literal[value>0]`,
    message: '不许用固定端口：请用 0，或 scripts/testing/ports.ts 的 holdPorts。',
  },
  {
    selector: `:matches(CallExpression, NewExpression):matches([callee.name=${calls}], [callee.property.name=${calls}]) > :matches(Literal[value=${fixed}], TemplateLiteral:has(TemplateElement[value.raw=${fixed}])):first-child`,
    message: '不许连固定端口：那里可能是别人的程序。请用服务器实际拿到的地址。',
  },
  // Durations.
  {
    selector: `CallExpression[callee.property.name=/^toBeLess/] > MemberExpression > CallExpression[callee.name='expect'] ${since}`,
    message: '不许断言用了多长时间：机器忙的时候不成立。要量的放进 scripts/bench/。',
  },
  // Processes that outlive the test that started them.
  {
    selector: `CallExpression[callee.name=/^(spawn|fork)$/] > MemberExpression[property.name='execPath']:first-child`,
    message: '测试请用 .config/start-node.ts 的 startNode 启动 Node 程序：测试进程被强行结束时它也跟着结束。',
  },
];

/** Where they hold. */
export const testFiles = ['.config/*.test.ts', '**/*.test.{ts,tsx}', '**/testing/**/*.{ts,mjs}', 'scripts/e2e/*.ts'];
