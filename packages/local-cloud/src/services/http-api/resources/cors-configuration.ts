import type { Cors } from '../cors.ts'
import { flag, list, number, object, text } from '../../../ground/property.ts'

/** CORS, as an HTTP API and a function's URL both take it. */
export const corsConfiguration = object({
  AllowCredentials: flag,
  AllowHeaders: list(text),
  AllowMethods: list(text),
  AllowOrigins: list(text),
  ExposeHeaders: list(text),
  MaxAge: number,
})

interface CorsConfiguration {
  readonly AllowCredentials?: boolean | undefined
  readonly AllowHeaders?: readonly string[] | undefined
  readonly AllowMethods?: readonly string[] | undefined
  readonly AllowOrigins?: readonly string[] | undefined
  readonly ExposeHeaders?: readonly string[] | undefined
  readonly MaxAge?: number | undefined
}

/** What is let in from other origins; `undefined` where CORS is not configured. */
export const corsOf = (cors: CorsConfiguration | undefined): Cors | undefined =>
  cors && {
    allowOrigins: cors.AllowOrigins ?? [],
    allowMethods: cors.AllowMethods ?? [],
    allowHeaders: cors.AllowHeaders ?? [],
    exposeHeaders: cors.ExposeHeaders ?? [],
    maxAgeSec: cors.MaxAge,
    allowCredentials: cors.AllowCredentials ?? false,
  }
