// A cast through `never` or `unknown` makes anything out of anything: a renamed field then compiles and breaks at the desk
// (docs/decisions/054). What is read of a row, a form or a library is looked at instead: a door, a schema, a narrower type.

/** Who may, and why: each stands between our types and somebody else's, in one place. */
export const doorsWithCasts = {
  'cms/columns/door.ts': 'the opaque type of a JSON column and what it stands for',
  'cms/rich-text/stored-text.ts': 'the editor’s nodes and the rows’ type of them',
  'cms/audit/audited-database.ts': 'the shell’s type of a new adapter lacks what the shell adds before it is used',
  'cms/preview/form-content.ts': 'a form that is not saved yet, as the row that saving it would make',
  'cms/database/moved.ts': 'the drivers under the adapters, of which the shell’s types say nothing',
  'scripts/bench/tick/count-work.ts': 'a measurement reaches past the CMS to the drivers',
  'scripts/bench/tick/tables.ts': 'a measurement reaches past the CMS to the drivers',
  'scripts/bench/tick/idle-minutes.ts': 'a measurement has no platforms',
};

const blind =
  '不许用 as never、as unknown as 把类型盖过去：改了名的字段会照样编译。请用门（cms/columns/）、schema 或更准的类型；确实只能在一处的，写进 .config/blind-casts.mjs。';

export const noBlindCasts = [
  { selector: "TSAsExpression[typeAnnotation.type='TSNeverKeyword']", message: blind },
  {
    selector: 'TSAsExpression > TSAsExpression.expression[typeAnnotation.type=/^TS(Unknown|Any|Object)Keyword$/]',
    message: blind,
  },
  { selector: 'TSTypeAssertion', message: blind },
];

/** A JSON column is made with its door, or nobody would look what is in it. */
export const noBareJson = [
  {
    selector: "Property[key.name='type'] > Literal.value[value='json']",
    message: 'JSON 字段要有门：请用 cms/columns/json-column.ts 的 jsonColumn。',
  },
];
