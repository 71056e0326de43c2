import { CfnParameter, type Stack } from 'aws-cdk-lib'

const ORIGIN = '^(https://[a-zA-Z0-9_.-]+(:[0-9]+)?|http://(localhost|127[.]0[.]0[.]1)(:[0-9]+)?)$'

/**
 * Where the page is, without a path: a parameter, since the page's own stack comes after the one that lets people in. It has the default
 * that is known, a domain of one's own or, in `dev`, this machine's: whatever is there is trusted with codes.
 */
export const pageOrigin = (stack: Stack, { stage, domain }: { readonly stage: string; readonly domain?: string | undefined }): string =>
  new CfnParameter(stack, 'PageOrigin', {
    description: 'Where the dashboard is, as https://bar.example: people are sent back there as they have signed in',
    ...defaultOf(stage, domain), allowedPattern: ORIGIN,
  }).valueAsString

const defaultOf = (stage: string, domain: string | undefined): { readonly default?: string } =>
  (domain !== undefined ? { default: `https://${domain}` } : stage === 'dev' ? { default: 'http://localhost:8080' } : {})
