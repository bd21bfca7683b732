declare module 'utf7' {
  export function encode(text: string): string;
  export function decode(text: string): string;
}
