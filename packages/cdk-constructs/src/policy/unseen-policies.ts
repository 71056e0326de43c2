import type { Construct } from 'constructs'

/** In the package's copies that an app may have several of, too. */
const MARK = Symbol.for('@keg/cdk-constructs:unseenPolicies')

/** Says that devices have policies by this construct that the app does not show. */
export const markUnseenPolicies = (construct: Construct): void => void Object.defineProperty(construct, MARK, { value: true })

export const hasUnseenPolicies = (construct: object): boolean => MARK in construct
