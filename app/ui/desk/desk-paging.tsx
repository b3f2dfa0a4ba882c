import { Button, InlineStack } from "@shopify/polaris";

interface DeskPagingProps {
  /** Null: this is the first page. */
  first: { to: string; word: string } | null;
  next: { to: string; word: string } | null;
}

export function DeskPaging({ first, next }: DeskPagingProps) {
  if (!first && !next) return null;
  return (
    <InlineStack align="center" gap="200">
      {first && <Button url={first.to}>{first.word}</Button>}
      {next && <Button url={next.to}>{next.word}</Button>}
    </InlineStack>
  );
}
