// Draws a partner's quarters. Without it the table below has the same figures.
(function () {
  'use strict';

  document.querySelectorAll('canvas[data-chart]').forEach(function (canvas) {
    var data = JSON.parse(canvas.dataset.chart);
    var numbers = new Intl.NumberFormat(data.language);

    function axis(position, title, grid) {
      return {
        position: position,
        title: { display: canvas.clientWidth > 480, text: title },
        grid: { drawOnChartArea: grid, color: '#d8dfe6' },
        border: { display: false },
        ticks: {
          maxTicksLimit: 6,
          callback: function (value) {
            return new Intl.NumberFormat(data.language, { notation: 'compact' }).format(value);
          }
        }
      };
    }

    new Chart(canvas, {
      data: {
        labels: data.labels,
        datasets: [
          { type: 'line', label: data.pointsLabel, data: data.points, yAxisID: 'points', borderColor: '#c2410c', backgroundColor: '#c2410c',
            borderWidth: 2, pointRadius: 4, pointStyle: 'rectRot', tension: 0 },
          { type: 'bar', label: data.purchasesLabel, data: data.purchases, yAxisID: 'purchases', backgroundColor: '#1b3a57', maxBarThickness: 44 }
        ]
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        color: '#1c2b39',
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: { grid: { display: false } },
          purchases: axis('left', data.purchasesLabel, true),
          points: axis('right', data.pointsLabel, false)
        },
        plugins: {
          legend: { position: 'bottom', labels: { usePointStyle: true } },
          tooltip: {
            callbacks: {
              label: function (item) {
                return item.dataset.label + ': ' + numbers.format(item.raw);
              }
            }
          }
        }
      }
    });
  });
})();
