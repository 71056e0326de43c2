/**
 * How a resource type is known to work: by the file of tests that runs a stack with it, or has it refused with the reason;
 * or not at all, as it does nothing on purpose.
 */
export type Coverage = Readonly<Record<string, Row>>

type Row = { readonly test: string; readonly refused?: string } | { readonly ignored: string }
