/* Runs a command without its output and prints how many milliseconds and how
 * many KiB at most it took. Usage: measure COMMAND... */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void run(char **command)
{
	int null = open("/dev/null", O_WRONLY);

	if (dup2(null, STDOUT_FILENO) >= 0 && dup2(null, STDERR_FILENO) >= 0)
		execvp(command[0], command);
	_exit(127);
}

int main(int argc, char **argv)
{
	double begin = now();
	struct rusage usage;
	int status;
	pid_t child;

	if (argc < 2)
		return 2;
	child = fork();
	if (child == 0)
		run(argv + 1);
	if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
		return 1;
	begin = now() - begin;
	getrusage(RUSAGE_CHILDREN, &usage);
	printf("%.3f %ld\n", begin, usage.ru_maxrss);
	return 0;
}
