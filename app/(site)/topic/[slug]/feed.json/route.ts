import { feedRoute } from '@/app/_server/feed-route.ts';

export const GET = feedRoute('topic', 'json');
