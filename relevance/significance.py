"""Whether one of two systems is better than the other, or just luckier with these queries.

Both tests are of the differences, query by query, and two-sided."""
import math
import random

TRIALS = 20000
SEED = 1


def students_t(differences):
    """p of the paired t-test: that of a mean at least as far from 0 if the true one is 0."""
    count = len(differences)
    average = sum(differences) / count
    spread = sum((each - average) ** 2 for each in differences)
    if spread == 0:
        return 1.0 if average == 0 else 0.0
    freedom = count - 1
    t = average / math.sqrt(spread / freedom / count)
    return incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t))


def randomised(differences, trials=TRIALS, seed=SEED):
    """p of Fisher's test: how often signs drawn by lot give a sum at least as far from 0."""
    dice = random.Random(seed)
    sizes = [abs(each) for each in differences if each]
    if not sizes:
        return 1.0
    seen, whole = abs(sum(differences)), sum(sizes)
    bound = seen - 1e-9 * whole # sums of another order differ in their last digits
    reached = 0
    for _ in range(trials):
        signs = dice.getrandbits(len(sizes))
        positive = sum(size for at, size in enumerate(sizes) if signs >> at & 1)
        reached += abs(2 * positive - whole) >= bound
    return (reached + 1) / (trials + 1)


def incomplete_beta(a, b, x):
    """The regularised one, I_x(a, b), 0 <= x <= 1."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    # the fraction below converges fast on this side only
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    log_front = (math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) +
                 b * math.log1p(-x))
    return math.exp(log_front) / a / _continued_fraction(a, b, x)


def _continued_fraction(a, b, x, depth=400):
    """1 + d1/(1 + d2/(1 + ...)), from the innermost (Abramowitz and Stegun 26.5.8, inverted)."""
    value = 1.0
    for at in range(depth, 0, -1):
        half = at // 2
        if at % 2:
            d = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            d = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        value = 1 + d / value
    return value
