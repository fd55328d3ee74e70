import { paperFeedRoute } from '@/app/_server/feed-route.ts';

export const GET = paperFeedRoute('xml');
