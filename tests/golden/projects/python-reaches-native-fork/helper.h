#pragma once
int start_helper(void);
