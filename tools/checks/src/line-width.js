/**
 * Reports a line that is wider than `max` characters, unless one token on it is why: a string, a template, a regular expression, a text of
 * JSX or an address in a comment can't be broken, and a line that fits without its widest one stays.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const lineWidth = {
  meta: {
    type: 'layout',
    schema: [{ type: 'integer', minimum: 1 }],
    messages: { wide: 'This line has {{width}} characters, of at most {{max}}: break it at its outermost brackets, operators or calls.' },
  },
  create(context) {
    const { sourceCode } = context
    const [max = 140] = context.options
    const wide = new Map(sourceCode.lines.flatMap((text, index) => (text.length > max ? [[index + 1, { text, widest: 0 }]] : [])))
    if (wide.size === 0) return {}
    /** What a token takes of each line that it is on. */
    const take = ({ loc: { start, end } }) => {
      for (let line = start.line; line <= end.line; line++) {
        const at = wide.get(line)
        if (at === undefined) continue
        const width = (line === end.line ? end.column : at.text.length) - (line === start.line ? start.column : 0)
        at.widest = Math.max(at.widest, width)
      }
    }
    return {
      Literal: (node) => { if (typeof node.value === 'string' || 'regex' in node) take(node) },
      TemplateLiteral: take,
      TSTemplateLiteralType: take,
      JSXText: take,
      'Program:exit'() {
        for (const { loc, value } of sourceCode.getAllComments()) takeAddresses(loc, value, wide)
        for (const [line, { text, widest }] of wide) {
          if (text.length - widest <= max) continue
          const loc = { start: { line, column: max }, end: { line, column: text.length } }
          context.report({ loc, messageId: 'wide', data: { width: text.length, max } })
        }
      },
    }
  },
}

function takeAddresses({ start }, value, wide) {
  value.split('\n').forEach((text, index) => {
    const at = wide.get(start.line + index)
    if (at === undefined) return
    for (const [address] of text.matchAll(/https?:\/\/\S+/g)) at.widest = Math.max(at.widest, address.length)
  })
}
