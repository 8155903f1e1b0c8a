import { Button } from '@mantine/core';

interface MoreButtonProps {
  readonly label: string;
  /** What `useInfiniteQuery` gives. */
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
}

/** Brings the next page of a list, where there is one. */
export function MoreButton({ label, pages }: MoreButtonProps) {
  if (!pages.hasNextPage) return null;
  return (
    <Button
      size="xs"
      variant="default"
      loading={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {label}
    </Button>
  );
}
