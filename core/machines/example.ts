/** Commands for a shell with openssl and curl that send one report. The address is percent-encoded, the secret of a plain alphabet. */
export function tryItExample(address: string, secret: string): string {
  return [
    `T=$(date +%s); K="test-$T"; B='{"device":"test","alarm":true}'`,
    `S=$(printf '%s.%s.%s' "$T" "$K" "$B" | openssl dgst -sha256 -hmac '${secret}' | sed 's/.* //')`,
    `curl -sS '${address}' -H 'Content-Type: application/json' -H "Idempotency-Key: $K" -H "X-Linli-Timestamp: $T" -H "X-Linli-Signature: v1=$S" -d "$B"`,
  ].join('\n');
}
