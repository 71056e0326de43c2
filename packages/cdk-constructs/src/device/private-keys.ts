import { Lazy, Stack, Token } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Refusals } from './refusals.ts'

const holdsKey = (value: unknown): boolean => (JSON.stringify(value) ?? '').includes('PRIVATE KEY')

/**
 * The text, and nothing where it holds a private key, which is refused: neither the template nor an error shows one, even where validation
 * is skipped. What a token comes to is known at synthesis alone, and looked at then.
 */
export function withoutPrivateKey(scope: Construct, property: string, text: string, refusals: Refusals, fix: string): string | undefined {
  const message = `it holds a private key, which would be readable in the template; ${fix}`
  if (holdsKey(text)) {
    refusals.refuse(property, message)
    return undefined
  }
  if (!Token.isUnresolved(text)) return text
  scope.node.addValidation({ validate: () => (holdsKey(Stack.of(scope).resolve(text)) ? [`${property}: ${message}`] : []) })
  return Token.asString(Lazy.uncachedAny({
    produce: (context) => {
      const value: unknown = context.resolve(text)
      return holdsKey(value) ? undefined : value
    },
  }))
}
