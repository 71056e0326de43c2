import { isRecord } from '../is-record.ts'
import { body } from './body.ts'
import type { Call, Input, Protocol, QueryCodes } from './protocol.ts'

/**
 * AWS's query protocol, which older SDKs and CLIs speak: a form in, XML out.
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function queryProtocol(xmlNamespace: string, codes: QueryCodes = {}): Protocol {
  return {
    read(request) {
      const form = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true
      return form ? readCall(request, xmlNamespace, codes) : undefined
    },
  }
}

async function readCall(request: Request, xmlNamespace: string, codes: QueryCodes): Promise<Call> {
  const form = new URLSearchParams(await body(request))
  const operation = form.get('Action') ?? ''
  const respond = (xml: string, status = 200) => new Response(xml, { status, headers: { 'content-type': 'text/xml' } })
  return {
    operation,
    isOfTexts: true,
    unknownOperation: 'InvalidAction',
    input: formInput([...form].filter(([name]) => name !== 'Action' && name !== 'Version')),
    answer: (output) => respond(`<${operation}Response xmlns="${xmlNamespace}"><${operation}Result>${xml(output)}</${operation}Result><ResponseMetadata/></${operation}Response>`),
    refuse: ({ name, statusCode, message }) => respond(`<ErrorResponse xmlns="${xmlNamespace}"><Error><Type>${statusCode < 500 ? 'Sender' : 'Receiver'}</Type><Code>${codes[name] ?? name}</Code><Message>${escapedXml(message)}</Message></Error></ErrorResponse>`, statusCode),
  }
}

type Tree = Map<string, Tree | string>

/**
 * Builds the input from a form: `MetricData.member.1.Value=3` is a list with one object, `Attributes.entry.1.key=a` with
 * `Attributes.entry.1.value=b` is a map.
 */
function formInput(pairs: readonly (readonly [string, string])[]): Input {
  const root: Tree = new Map()
  for (const [name, value] of pairs) {
    const path = name.split('.')
    let at = root
    for (const step of path.slice(0, -1)) {
      const next = at.get(step)
      at = next instanceof Map ? next : (at.set(step, new Map()).get(step) as Tree)
    }
    at.set(path.at(-1) ?? '', value)
  }
  const input = value(root)
  return isRecord(input) ? input : {}
}

function value(tree: Tree | string): unknown {
  if (!(tree instanceof Map)) return tree
  const members = tree.get('member')
  if (members instanceof Map) return [...members].sort(([a], [b]) => Number(a) - Number(b)).map(([, member]) => value(member))
  const entries = tree.get('entry')
  if (entries instanceof Map) return Object.fromEntries([...entries.values()].map(entry))
  return Object.fromEntries([...tree].map(([name, child]) => [name, value(child)]))
}

/** Reads an entry of a map. Some services write its key and value with a capital, as SNS does in message attributes. */
function entry(tree: Tree | string): readonly [string, unknown] {
  const of = (...names: readonly string[]) =>
    (tree instanceof Map ? names.map((name) => tree.get(name)).find((found) => found !== undefined) : undefined) ?? ''
  return [String(value(of('key', 'Name'))), value(of('value', 'Value'))]
}

function xml(output: unknown): string {
  if (output instanceof Date) return output.toISOString()
  if (Array.isArray(output)) return output.map((item) => `<member>${xml(item)}</member>`).join('')
  if (!isRecord(output)) return escapedXml(String(output))
  return Object.entries(output).flatMap(([name, child]) => (child === undefined ? [] : [`<${name}>${xml(child)}</${name}>`])).join('')
}

/** Escapes a text for XML. */
export function escapedXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
