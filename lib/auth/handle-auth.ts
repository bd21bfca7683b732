import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { AnswerSheet } from './answer-sheet';
import { authOptions } from './auth-options';
import { cookieNames } from './cookie-names';
import { readCookies } from './read-cookies';
import { readForm } from './read-form';
import { refuseCrossOrigin } from './refuse-cross-origin';
import { requestAddress } from './request-address';
import { returnUrl } from './return-url';

/**
 * Answers everything under `/api/auth/`: next-auth, with its input made harmless first, since it answers what it
 * does not understand with a 500 and puts what it is given into addresses.
 * @throws AppError `cross-origin`, `invalid-request` (a POST that is no small form), `not-found`, `method-not-allowed`
 */
export async function handleAuth(request: Request): Promise<Response> {
  refuseCrossOrigin(request.method, request.headers);
  const url = new URL(request.url);
  const segments = url.pathname.split('/').slice(3);
  if (!segments.every((segment) => /^[\w-]{1,40}$/.test(segment))) throw new AppError('not-found', 'Nothing is here.');
  if (request.method === 'GET' && segments.join('/') === 'callback/credentials') {
    throw new AppError('method-not-allowed', 'Signing in is a POST.');
  }
  // next-auth's browser part reports its errors here, and anybody else could fill the log.
  if (segments[0] === '_log') return new Response(null, { status: 204 });

  const body = request.method === 'POST' ? await readForm(request) : undefined;
  const cookies = harmlessCookies(request.headers);
  if (body && segments[0] === 'callback' && cookies[cookieNames().csrf] === undefined) return cookiesAreOff(body);
  const sheet = new AnswerSheet();
  const incoming = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies,
    query: { ...harmlessQuery(url.searchParams), nextauth: segments },
    body: body?.callbackUrl === undefined ? body : { ...body, callbackUrl: returnUrl(body.callbackUrl) },
  };
  // Of the two types that Next's older routes hand over next-auth uses what is here, and no more; the variant for
  // route handlers would read the cookies and the body itself.
  await NextAuth(
    incoming as unknown as NextApiRequest,
    sheet as unknown as NextApiResponse,
    authOptions(requestAddress(request.headers)),
  );
  return sheet.toResponse();
}

/** A browser that keeps no cookies: next-auth would answer its client as if the sign-in had worked. */
function cookiesAreOff(body: Record<string, string>): Response {
  const url = new URL('/signin?error=cookies', env().PUBLIC_URL).href;
  if (body.json === 'true') return Response.json({ url }, { status: 401 });
  return new Response(null, { status: 303, headers: { location: url } });
}

/**
 * next-auth answers 500 when the address to return to, which it keeps in a cookie, is none. And it takes every cookie
 * whose name begins with that of the session for a piece of it: ours is in one piece.
 */
function harmlessCookies(headers: Headers): Record<string, string> {
  const { callback, session } = cookieNames();
  const isPiece = (name: string) => name.startsWith(session) && name !== session;
  const cookies = Object.fromEntries(Object.entries(readCookies(headers)).filter(([name]) => !isPiece(name)));
  const kept = cookies[callback];
  return kept === undefined ? cookies : { ...cookies, [callback]: returnUrl(kept) };
}

function harmlessQuery(given: URLSearchParams): Record<string, string> {
  const query: Record<string, string> = {};
  const error = given.get('error');
  if (error !== null && /^[A-Za-z-]{1,40}$/.test(error)) query.error = error;
  const callbackUrl = given.get('callbackUrl');
  if (callbackUrl !== null) query.callbackUrl = returnUrl(callbackUrl);
  return query;
}
