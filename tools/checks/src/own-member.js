/**
 * A table of functions or names is an object, and inherits `constructor`, `toString` and `__proto__`: indexed by what somebody sends, it
 * finds what nobody put there, and calls it. Looks at constants that are typed `Record<string, …>` and written as an object with functions
 * in it; a key that is a literal, or that `Object.hasOwn` of the same table guards in the same expression or `if`, is let through.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const ownMember = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { inherited: '{{table}} is indexed by a name that may be inherited, as "constructor": look it up in a Map, by ownMember(), or behind Object.hasOwn().' },
  },
  create(context) {
    const { sourceCode } = context
    return {
      MemberExpression(node) {
        if (!node.computed || node.object.type !== 'Identifier' || isLiteral(node.property)) return
        const table = node.object.name
        if (!isTable(sourceCode, node.object) || isGuarded(sourceCode, node, table)) return
        context.report({ node, messageId: 'inherited', data: { table } })
      },
    }
  },
}

const isLiteral = (node) => node.type === 'Literal' || (node.type === 'TemplateLiteral' && node.expressions.length === 0)

/**
 * Whether an identifier is a constant of the type `Record<string, …>`, `Readonly` or not, that is written as an object with functions in
 * it.
 */
function isTable(sourceCode, identifier) {
  const variable = findVariable(sourceCode.getScope(identifier), identifier.name)
  const definition = variable?.defs[0]?.node
  if (definition?.type !== 'VariableDeclarator' || definition.init?.type !== 'ObjectExpression') return false
  if (!definition.init.properties.some(({ value }) => value?.type === 'ArrowFunctionExpression' || value?.type === 'FunctionExpression'))
    return false
  const annotation = definition.id.typeAnnotation
  return annotation !== undefined && annotation !== null && /^:\s*(?:Readonly<)?Record<string\b/.test(sourceCode.getText(annotation))
}

function findVariable(scope, name) {
  for (let at = scope; at !== null; at = at.upper) {
    const variable = at.set.get(name)
    if (variable !== undefined) return variable
  }
  return undefined
}

function isGuarded(sourceCode, node, table) {
  for (let at = node; at.parent !== null && at.parent !== undefined; at = at.parent) {
    const { parent } = at
    const guard = (parent.type === 'ConditionalExpression' || parent.type === 'IfStatement') && parent.consequent === at ? parent.test
      : parent.type === 'LogicalExpression' && parent.operator === '&&' && parent.right === at ? parent.left : undefined
    if (guard !== undefined && sourceCode.getText(guard).includes(`Object.hasOwn(${table},`)) return true
  }
  return false
}
