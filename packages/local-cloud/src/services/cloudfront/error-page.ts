/** What CloudFront itself answers where it has no answer of an origin; its texts say nothing that a viewer has sent. */
export function errorPage(status: number, reason: string, cause = 'Error from cloudfront'): Response {
  const html = [
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">', '<HTML><HEAD>',
    '<TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY>', `<H1>${status} ERROR</H1>`,
    `<H2>The request could not be satisfied.</H2><HR>${reason}`, '</BODY></HTML>',
  ]
  return new Response(html.join('\n'), { status, headers: { 'content-type': 'text/html', server: 'CloudFront', 'x-cache': cause } })
}

/** A status whose answers have no body. */
export const isBodiless = (status: number): boolean => [101, 204, 205, 304].includes(status)
